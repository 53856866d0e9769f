/**
 * From plug-in jars to {@link io.nabla.api.Plugins}: the only place of Nabla that starts Guice.
 *
 * <p>{@link io.nabla.guice.PluginLoader} finds the Guice modules, {@link io.nabla.guice.PluginException} says what is
 * wrong with one. Whoever builds networks with {@code new} needs neither.
 */
package io.nabla.guice;
