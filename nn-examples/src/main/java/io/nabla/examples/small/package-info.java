/** Small programs, each one file and one idea, made with {@code new} alone: read one, copy it, and change it. */
package io.nabla.examples.small;
