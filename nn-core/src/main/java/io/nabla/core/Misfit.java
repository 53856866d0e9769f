package io.nabla.core;

import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Sequence;
import io.nabla.api.Shape;
import java.util.List;

/** The complaint about a layer that cannot take what comes in, with a picture of where in the network it stands. */
final class Misfit {
    private Misfit() {}

    /**
     * A message whose first line says it all, and whose others show the network with an arrow at the layer.
     *
     * <pre>
     * layer 2 (residual) cannot take 30 inputs: it adds ...
     *    784 inputs
     *    1 dense 784 -&gt; 30, sigmoid
     *  &gt; 2 residual ?
     *    3 dense
     * </pre>
     *
     * @param built the layers before it
     * @param descriptions of all layers
     * @param refusal why it cannot
     */
    static String message(
            Shape inputs,
            Sequence<Layer> built,
            List<LayerDescription> descriptions,
            IllegalArgumentException refusal) {
        Shape given = built.size() == 0 ? inputs : built.get(-1).outputs();
        int misfit = built.size();
        StringBuilder text = new StringBuilder("layer " + (misfit + 1) + " ("
                + descriptions.get(misfit).kind() + ") cannot take " + given + " inputs: " + refusal.getMessage());
        text.append("\n   ").append(inputs).append(" inputs");
        int digits = String.valueOf(descriptions.size()).length();
        for (int l = 0; l < descriptions.size(); l++) {
            String kind = descriptions.get(l).kind();
            text.append(l == misfit ? "\n > " : "\n   ")
                    .append(String.format("%" + digits + "d ", l + 1))
                    .append(l < misfit ? line(built.get(l)) : l == misfit ? kind + " ?" : kind);
        }
        return text.toString();
    }

    /** What the layer says of itself, or where its author has written nothing, its kind and shapes. */
    private static String line(Layer layer) {
        String text = layer.toString();
        return text.startsWith(layer.kind()) ? text : layer.kind() + " " + layer.inputs() + " -> " + layer.outputs();
    }
}
