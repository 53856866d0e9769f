/** The commands that list what there is to choose from: {@code nn plugins} and {@code nn kernels}. */
package io.nabla.examples.listing;
