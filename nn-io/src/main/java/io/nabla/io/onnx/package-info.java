/**
 * Networks as ONNX files, which other programs run, and networks from ONNX files that other programs have trained.
 *
 * <p>{@link io.nabla.io.onnx.OnnxWriter} is the way out, OnnxReader the way in. An ONNX file is a
 * message of protobuf, whose wire format is written and read here by hand ({@code ProtoMessage}, {@code ProtoReader}); what a
 * message means is in {@code Encoding} and {@code Decoding}; both sides share the records {@code OnnxModel}, {@code Graph}, {@code
 * Node}, {@code Attribute} and {@code Tensor}.
 *
 * @see <a href="https://onnx.ai/onnx/intro/concepts.html">ONNX concepts</a>
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">the wire format of protobuf</a>
 */
package io.nabla.io.onnx;
