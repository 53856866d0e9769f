package io.nabla.examples.book;

import io.nabla.data.LabelledImages;
import java.util.List;
import java.util.Map;

/**
 * Chapter 1's baseline without any network: a digit is recognised by how much ink it takes.
 *
 * <p>It guesses the digit whose mean darkness over the training images is nearest to the image's own. That is right for
 * 2,225 of the 10,000 test images, where guessing blindly is right for about 1,000.
 */
record Darkness() implements Scenario.OnMnist {
    @Override
    public String name() {
        return "darkness";
    }

    @Override
    public String place() {
        return "chapter 1, Implementing our network to classify digits";
    }

    @Override
    public String title() {
        return "digits recognised by their average darkness alone, without a network";
    }

    @Override
    public List<Published> published() {
        return List.of(Published.after(0, name(), Measure.TEST_CORRECT, 2225));
    }

    @Override
    public boolean play(BookData data, Replay replay) {
        replay.listener().runStarted(name(), 0);
        double[] means = meanDarkness(data.training());
        int correct = 0;
        for (int i = 0; i < data.test().size(); i++) {
            if (nearest(means, darkness(data.test(), i)) == data.test().label(i)) {
                correct++;
            }
        }
        replay.listener().read(new Reading(name(), 0, Map.of(Measure.TEST_CORRECT, (double) correct)));
        return true;
    }

    /** For each digit how dark its images are on average; NaN, which is near to nothing, where there is none. */
    private static double[] meanDarkness(LabelledImages images) {
        double[] sums = new double[images.classes()];
        int[] counts = new int[images.classes()];
        for (int i = 0; i < images.size(); i++) {
            sums[images.label(i)] += darkness(images, i);
            counts[images.label(i)]++;
        }
        double[] means = new double[sums.length];
        for (int digit = 0; digit < means.length; digit++) {
            means[digit] = sums[digit] / counts[digit];
        }
        return means;
    }

    /** The sum of the pixels, whole numbers from 0 to 255: no rounding is in it. */
    private static double darkness(LabelledImages images, int example) {
        double sum = 0;
        for (int p = 0; p < images.pixelsPerImage(); p++) {
            sum += images.pixel(example, p);
        }
        return sum;
    }

    private static int nearest(double[] means, double darkness) {
        int nearest = 0;
        double distance = Double.POSITIVE_INFINITY;
        for (int digit = 0; digit < means.length; digit++) {
            double own = Math.abs(means[digit] - darkness);
            if (own < distance) {
                nearest = digit;
                distance = own;
            }
        }
        return nearest;
    }
}
