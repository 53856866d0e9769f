/** Files of settings and of trained networks: JSON that knows where it stands, and safetensors and ONNX. */
module io.nabla.io {
    requires transitive io.nabla.api;
    requires transitive io.nabla.core;
    requires com.fasterxml.jackson.core;

    exports io.nabla.io;
    exports io.nabla.io.json;
    exports io.nabla.io.onnx;
}
