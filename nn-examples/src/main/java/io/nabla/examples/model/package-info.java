/** {@code nn predict} and {@code nn evaluate}: what a saved network says of data. */
package io.nabla.examples.model;
