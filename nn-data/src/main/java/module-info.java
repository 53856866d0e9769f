/** Labelled images for training: IDX files, MNIST and its download, and synthetic handwritten digits. */
module io.nabla.data {
    requires transitive java.net.http;
    requires transitive io.nabla.api;
    requires org.slf4j;

    exports io.nabla.data;
    exports io.nabla.data.mnist;
    exports io.nabla.data.synthetic;
}
