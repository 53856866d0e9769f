package io.nabla.data.synthetic;

import io.nabla.data.LabelledImages;
import io.nabla.data.TrainTestSplit;
import io.nabla.data.random.RandomStream;

/**
 * Handwritten digits made from a seed, in MNIST's form: 28 x 28 pixels, 0 (background) to 255 (ink), fitted in 20 x 20 and
 * centred by the centre of mass, labels 0 to 9.
 *
 * <p>Each digit is drawn in one of several writing styles, then varied: its points are jittered, the whole is turned,
 * slanted, stretched and bent, and the pen has its width, pressure and rough edges. Every ten images in a row have each
 * digit once, in random order. Image number i depends on the seed, the set and i alone, so a smaller set is the beginning
 * of a larger one. The same seed gives the same bytes on every machine; training and test images come from different
 * random streams.
 *
 * <pre>{@code
 * TrainTestSplit digits = new SyntheticDigits(42).split();   // 10,000 for training, 2,000 for the test
 * }</pre>
 */
public final class SyntheticDigits {
    /** Training images in {@link #split()}: 10,000. */
    public static final int DEFAULT_TRAINING_SIZE = 10_000;

    /** Test images in {@link #split()}: 2,000. */
    public static final int DEFAULT_TEST_SIZE = 2_000;

    private static final int CLASSES = 10;
    private static final int PIXELS = Canvas.SIDE * Canvas.SIDE;
    private static final int LARGEST_SET = Integer.MAX_VALUE / PIXELS;
    private static final long TRAINING_STREAM = 1;
    private static final long TEST_STREAM = 2;
    private static final long ORDER = 1;
    private static final long SHAPE = 2;

    private final long seed;

    /**
     * The digits of one seed.
     *
     * @param seed any number; another seed gives other digits
     */
    public SyntheticDigits(long seed) {
        this.seed = seed;
    }

    /**
     * Makes the default sets.
     *
     * @return {@value #DEFAULT_TRAINING_SIZE} training and {@value #DEFAULT_TEST_SIZE} test images
     */
    public TrainTestSplit split() {
        return new TrainTestSplit(training(DEFAULT_TRAINING_SIZE), test(DEFAULT_TEST_SIZE));
    }

    /**
     * Makes training images.
     *
     * @param count how many, at least 1
     * @return the first images of the training stream
     * @throws IllegalArgumentException if the count is below 1 or the pixels would not fit one array (2,739,137 images)
     */
    public LabelledImages training(int count) {
        return generate(TRAINING_STREAM, count);
    }

    /**
     * Makes test images, which never occur among the training images.
     *
     * @param count how many, at least 1
     * @return the first images of the test stream
     * @throws IllegalArgumentException if the count is below 1 or the pixels would not fit one array (2,739,137 images)
     */
    public LabelledImages test(int count) {
        return generate(TEST_STREAM, count);
    }

    private LabelledImages generate(long stream, int count) {
        if (count < 1 || count > LARGEST_SET) {
            throw new IllegalArgumentException("1 to " + LARGEST_SET + " digits can be made, not " + count);
        }
        byte[] pixels = new byte[count * PIXELS];
        byte[] labels = new byte[count];
        RandomStream order = RandomStream.of(seed, stream, ORDER);
        int[] ten = new int[CLASSES];
        for (int i = 0; i < count; i++) {
            if (i % CLASSES == 0) {
                shuffle(ten, order);
            }
            int digit = ten[i % CLASSES];
            labels[i] = (byte) digit;
            paint(digit, RandomStream.of(seed, stream, SHAPE, i)).copyCentred(pixels, i * PIXELS);
        }
        return LabelledImages.copyOf(pixels, labels, Canvas.SIDE, Canvas.SIDE, CLASSES);
    }

    /** Fills the array with 0, 1, 2, ... in random order. */
    private static void shuffle(int[] numbers, RandomStream random) {
        for (int k = 0; k < numbers.length; k++) {
            int j = random.below(k + 1);
            numbers[k] = numbers[j];
            numbers[j] = k;
        }
    }

    private static Canvas paint(int digit, RandomStream random) {
        Style style = DigitStyles.draw(digit, random);
        Hand hand = Hand.draw(random);
        Distortion distortion = new Distortion(hand.rotation(), hand.slant(), hand.stretch(), hand.bend(), random);
        Polyline[] lines = style.strokes().stream()
                .map(stroke -> stroke.jittered(random, hand.jitter()).curve())
                .map(distortion::apply)
                .toArray(Polyline[]::new);
        Canvas canvas = new Canvas();
        Pen pen = new Pen(hand.radius(), hand.softness());
        for (Polyline line : Canvas.fit(lines, hand.radius())) {
            double pressureFrom = 1 + random.bell(hand.unevenness());
            double pressureTo = 1 + random.bell(hand.unevenness());
            pen.draw(line, pressureFrom, pressureTo, canvas);
        }
        canvas.dry(random, hand.roughness());
        return canvas;
    }
}
