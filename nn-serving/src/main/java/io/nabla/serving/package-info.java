/**
 * A saved model in service: {@link io.nabla.serving.ServedModel} for any number of threads, {@link io.nabla.serving.PredictionHandle} for
 * one thread that predicts again and again, {@link io.nabla.serving.LiveModel} for a model that is replaced while it is used.
 */
package io.nabla.serving;
