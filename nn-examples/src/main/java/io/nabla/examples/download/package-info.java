/** The command that fetches data: {@code nn download mnist}. */
package io.nabla.examples.download;
