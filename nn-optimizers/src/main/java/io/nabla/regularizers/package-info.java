/** The regularizers that Nabla comes with: {@link io.nabla.regularizers.L2}, the book's weight decay. */
package io.nabla.regularizers;
