package io.nabla.examples.config;

import io.nabla.core.ClipByNorm;
import io.nabla.core.ClipByValue;
import io.nabla.core.Clipping;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonObject;

/** How a gradient that is too large is cut: {@code {"norm": 1.0}} or {@code {"value": 0.5}}. */
public final class ClipConfig {
    private static final String NORM = "norm";
    private static final String VALUE = "value";

    private ClipConfig() {}

    static Clipping of(Json json) {
        JsonObject clip = json.asObject();
        clip.onlyKeys(NORM, VALUE);
        if (clip.members().size() != 1) {
            throw clip.place()
                    .refuse("has one of the keys 'norm' and 'value', but got "
                            + clip.members().keySet());
        }
        return clip.find(NORM).isPresent()
                ? new ClipByNorm(bound(clip.get(NORM)))
                : new ClipByValue(bound(clip.get(VALUE)));
    }

    /** The rule in words: {@code norm 1.0}. */
    public static String inWords(Clipping rule) {
        return rule instanceof ClipByNorm byNorm
                ? NORM + " " + byNorm.norm()
                : VALUE + " " + ((ClipByValue) rule).bound();
    }

    private static double bound(Json json) {
        return json.asNumber("a number above 0, such as 1.0", x -> x > 0);
    }
}
