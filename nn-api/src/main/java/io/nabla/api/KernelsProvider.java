package io.nabla.api;

import java.util.Optional;

/**
 * Offers kernels to {@link java.util.ServiceLoader}, which picks the best that can run on this machine.
 *
 * <p>A provider is registered by {@code provides io.nabla.api.KernelsProvider with ...} in its module-info and by
 * {@code META-INF/services/io.nabla.api.KernelsProvider} for the class path.
 */
public interface KernelsProvider {
    /** The name of the kernels, such as {@code plain}. */
    String name();

    /** The greater rank is preferred where the user names none. */
    int rank();

    /**
     * The kernels of a precision, or nothing where this machine or this JVM cannot run them.
     *
     * @return empty if {@link #whyNot} tells why
     */
    Optional<Kernels> kernels(Precision precision);

    /** Why {@link #kernels} gave nothing for this precision, and how to get them: one sentence. */
    String whyNot(Precision precision);
}
