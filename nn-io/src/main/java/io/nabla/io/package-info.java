/** Files of trained networks: what a network is made of, and its numbers. */
package io.nabla.io;
