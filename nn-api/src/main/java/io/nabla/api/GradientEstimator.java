package io.nabla.api;

/**
 * A way to the gradient of the cost by every parameter of a network: backpropagation, finite differences, or either of
 * them on many machines.
 *
 * <p>Estimates are sums over the examples, so the parts of a mini-batch may be estimated apart and added.
 *
 * <pre>{@code
 * Sequence<Parameters> nabla = layers.map(layer -> layer.parameters().zeros());
 * double cost = new Backpropagation().estimate(layers, new QuadraticCost(), miniBatch, nabla);
 * }</pre>
 */
public interface GradientEstimator {
    /**
     * Adds to nabla the derivatives of the cost by each parameter, summed over the examples.
     *
     * @param layers from the first hidden layer to the output layer
     * @param nabla for each layer a gradient of the form of its parameters; added to
     * @return the cost, summed over the examples
     */
    double estimate(Sequence<Layer> layers, Cost cost, MiniBatch miniBatch, Sequence<Parameters> nabla);
}
