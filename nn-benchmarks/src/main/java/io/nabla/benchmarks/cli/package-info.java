/** What the commands share: where they write, how they fail, and their options. */
package io.nabla.benchmarks.cli;
