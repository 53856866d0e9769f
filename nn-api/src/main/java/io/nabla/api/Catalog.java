package io.nabla.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Plug-ins of one kind by their names; a wrong or ambiguous name fails at once.
 *
 * <pre>{@code
 * Catalog<Activation> activations = Catalog.of("activation", List.of(new Sigmoid(), new Tanh()));
 * activations.get("tanh");
 * activations.get("relu6");   // no activation named 'relu6'; have [sigmoid, tanh]
 * }</pre>
 *
 * @param <T> the plug-ins
 */
public final class Catalog<T extends Named> {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final String kind;
    private final Map<String, T> byName = new TreeMap<>();

    private Catalog(String kind, Collection<? extends T> plugins) {
        this.kind = kind;
        for (T plugin : plugins) {
            String name = plugin.name();
            if (name == null || !NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "the " + kind + " " + plugin.getClass().getName() + " is named '" + name
                                + "'; a name is lower-case letters, digits and single hyphens, such as 'leaky-relu'");
            }
            T other = byName.putIfAbsent(name, plugin);
            if (other != null) {
                throw new IllegalArgumentException("the " + kind + " '" + name + "' is bound to both "
                        + Origin.of(other) + " and " + Origin.of(plugin) + "; remove one of them");
            }
        }
    }

    /**
     * A catalog of these plug-ins.
     *
     * @param kind what they are, for messages: {@code activation}
     * @throws IllegalArgumentException if two have the same name, or one has a name that is not lower-case letters,
     *     digits and hyphens
     */
    public static <T extends Named> Catalog<T> of(String kind, Collection<? extends T> plugins) {
        return new Catalog<>(kind, plugins);
    }

    /**
     * The plug-in of a name.
     *
     * @throws IllegalArgumentException if there is none, naming those there are
     */
    public T get(String name) {
        T plugin = byName.get(name);
        if (plugin == null) {
            throw new IllegalArgumentException("no " + kind + " named '" + name + "'; have " + byName.keySet()
                    + Spelling.hint(name, byName.keySet()));
        }
        return plugin;
    }

    /** What the plug-ins are. */
    public String kind() {
        return kind;
    }

    /** All plug-ins, in the order of their names. */
    public List<T> all() {
        return List.copyOf(byName.values());
    }
}
