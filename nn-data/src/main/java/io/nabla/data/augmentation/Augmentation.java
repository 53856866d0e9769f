package io.nabla.data.augmentation;

import io.nabla.api.Shape;
import java.util.random.RandomGenerator;

/**
 * A change of an image that leaves its class as it is.
 *
 * <p>What comes in from outside the image is background, 0. An augmentation is immutable; many threads may use it at once, each with a
 * generator of its own.
 *
 * <pre>{@code
 * Augmentation augmentation = new Rotation(15).then(new ElasticDistortion(34, 4));
 *
 * Augmentation negative = (pixels, shape, random) -> {        // one of one's own
 *     byte[] changed = new byte[pixels.length];
 *     for (int i = 0; i < changed.length; i++) {
 *         changed[i] = (byte) (255 - (pixels[i] & 0xFF));
 *     }
 *     return changed;
 * };
 * }</pre>
 */
@FunctionalInterface
public interface Augmentation {
    /**
     * A changed copy of an image.
     *
     * @param pixels unsigned bytes, all pixels of a channel row by row, one channel after the other; not to be changed
     * @param shape channels × height × width, as many elements as there are pixels
     * @param random what is left to chance; take the same numbers for the same result
     * @return as many pixels
     */
    byte[] apply(byte[] pixels, Shape shape, RandomGenerator random);

    /** This change and then another one. */
    default Augmentation then(Augmentation next) {
        return (pixels, shape, random) -> next.apply(apply(pixels, shape, random), shape, random);
    }
}
