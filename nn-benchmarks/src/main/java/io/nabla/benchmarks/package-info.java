/** The program that measures Nabla. */
package io.nabla.benchmarks;
