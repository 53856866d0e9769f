/** Seeded generators that give the numbers of NumPy and Python, so that runs can be replayed. */
package io.nabla.core.random;
