/** How long a prediction takes: of one image alone, and of many at once. */
package io.nabla.benchmarks.predictions;
