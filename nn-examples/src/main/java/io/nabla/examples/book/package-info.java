/**
 * The experiments of Michael Nielsen's "Neural Networks and Deep Learning", replayed: {@code nn book}.
 *
 * <p>Each experiment is a {@link io.nabla.examples.book.Scenario}, listed in {@link io.nabla.examples.book.Scenarios} in
 * the book's order. Those that train a network are data, a {@link io.nabla.examples.book.TrainingScenario}, all run by the
 * same few lines. The rest of the package compares what was read off with what the author published, and prints it.
 *
 * <p>The author seeded both of his generators with 12345678. With {@link io.nabla.core.random.NumpyRandom} and
 * {@link io.nabla.core.random.PythonRandom} his runs come out again, number by number.
 */
package io.nabla.examples.book;
