/** {@code nn train}: a network of dense layers learns to read digits. */
package io.nabla.examples.train;
