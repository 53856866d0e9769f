/** Files of trained networks, what a network is made of and its numbers, and checkpoints of runs. */
package io.nabla.io;
