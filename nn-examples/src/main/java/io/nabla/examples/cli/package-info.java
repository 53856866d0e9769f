/** What all commands share: where they write, how they fail, and the options that several of them have. */
package io.nabla.examples.cli;
