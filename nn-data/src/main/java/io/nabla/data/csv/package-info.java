/**
 * Tables in CSV files as data sets.
 *
 * <p>The way of a file: a {@link io.nabla.data.csv.TableReader} reads it, as a {@link io.nabla.data.csv.CsvFormat} says that it is written and a
 * {@link io.nabla.data.csv.TableTask} what is to be learned from it. The {@link io.nabla.data.csv.Table} is split into data sets, and a {@link
 * io.nabla.data.csv.TableEncoding} is learned from the training rows: each column of numbers becomes one input with mean 0 and deviation 1, each
 * column of words one input per word. The encoding holds for later tables, and can be kept as text.
 */
package io.nabla.data.csv;
