/** The program {@code nn}. */
package io.nabla.examples;
