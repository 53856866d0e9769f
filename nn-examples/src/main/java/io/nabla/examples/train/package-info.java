/** {@code nn train}: a network learns to read digits, to know other images, or a column of a table. */
package io.nabla.examples.train;
