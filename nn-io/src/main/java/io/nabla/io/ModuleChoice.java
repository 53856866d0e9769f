package io.nabla.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which module of a state dict belongs to which layer. */
final class ModuleChoice {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int DIGITS = 20;
    private static final int SHOWN = 8;
    private static final String GIVE_NAMES = "; give the module of each layer by name (nn import --map 1=fc1)";

    private final List<LearningLayer> layers;
    private final List<StateDictModule> modules;
    private final Map<LearningLayer, StateDictModule> chosen = new LinkedHashMap<>();

    private ModuleChoice(List<LearningLayer> layers, List<StateDictModule> modules) {
        this.layers = new ArrayList<>(layers);
        this.modules = new ArrayList<>(modules);
        this.modules.sort(Comparator.comparing(ModuleChoice::inOrder));
    }

    /**
     * The module of each layer.
     *
     * @param names of modules by the numbers of layers, as far as the user gives them
     * @throws IllegalArgumentException if a layer or a module has no partner, or it is not clear which
     */
    static Map<LearningLayer, StateDictModule> chosen(
            List<LearningLayer> layers, List<StateDictModule> modules, Map<String, String> names) {
        if (layers.size() != modules.size()) {
            throw new IllegalArgumentException(
                    "the network has " + layers.size() + " layers that learn, " + some(layers)
                            + ", but the file has " + modules.size() + " modules, " + some(modules)
                            + "; describe the network that was saved");
        }
        ModuleChoice choice = new ModuleChoice(layers, modules);
        names.forEach(choice::chooseByName);
        while (choice.chooseWhereOneFits()) {
            // until nothing more is clear
        }
        choice.chooseInOrder();
        return choice.chosen;
    }

    private void chooseByName(String number, String name) {
        LearningLayer layer = layers.stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no layer " + number + " is left that learns; have " + some(layers)));
        StateDictModule module = modules.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no module '" + name + "' is left; have " + some(modules)));
        choose(layer, module);
    }

    private boolean chooseWhereOneFits() {
        for (LearningLayer layer : layers) {
            List<StateDictModule> fitting =
                    modules.stream().filter(module -> module.fits(layer)).toList();
            if (fitting.isEmpty()) {
                throw new IllegalArgumentException("no module fits " + layer + "; left are " + some(modules));
            }
            if (fitting.size() == 1) {
                choose(layer, fitting.get(0));
                return true;
            }
        }
        return false;
    }

    /** Several fit several: their names must tell the order, which they do where they differ in numbers alone. */
    private void chooseInOrder() {
        while (!layers.isEmpty()) {
            LearningLayer layer = layers.get(0);
            List<StateDictModule> fitting =
                    modules.stream().filter(module -> module.fits(layer)).toList();
            if (fitting.isEmpty()) {
                throw new IllegalArgumentException(
                        "no module fits " + layer + "; left are " + some(modules) + GIVE_NAMES);
            }
            if (fitting.stream().map(ModuleChoice::withoutNumbers).distinct().count() > 1) {
                throw new IllegalArgumentException("several modules fit " + layer + ", " + some(fitting)
                        + ", and their names tell no order" + GIVE_NAMES);
            }
            choose(layer, fitting.get(0));
        }
    }

    private void choose(LearningLayer layer, StateDictModule module) {
        if (!module.fits(layer)) {
            throw new IllegalArgumentException("module " + module + " does not fit " + layer);
        }
        chosen.put(layer, module);
        layers.remove(layer);
        modules.remove(module);
    }

    private static String withoutNumbers(StateDictModule module) {
        return NUMBER.matcher(module.name()).replaceAll("#");
    }

    /** The name with its numbers written with many digits, so that fc2 comes before fc10. */
    private static String inOrder(StateDictModule module) {
        return NUMBER.matcher(module.name())
                .replaceAll(match ->
                        "0".repeat(Math.max(0, DIGITS - match.group().length())) + match.group());
    }

    /** The first few, for a message. */
    private static String some(List<?> all) {
        return all.size() <= SHOWN ? all.toString() : all.subList(0, SHOWN) + " and " + (all.size() - SHOWN) + " more";
    }
}
