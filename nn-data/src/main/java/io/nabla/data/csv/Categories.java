package io.nabla.data.csv;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The different words of a column, in their order. */
final class Categories {
    static final int MOST = 1_000;

    private Categories() {}

    /** By the alphabet; if all are numbers, by their size, so that 2 comes before 10. */
    static List<String> inOrder(Collection<String> words) {
        boolean numbers = words.stream().allMatch(word -> Double.isFinite(Numbers.parse(word)));
        Comparator<String> alphabet = Comparator.naturalOrder();
        return words.stream()
                .sorted(numbers ? Comparator.comparingDouble(Numbers::parse).thenComparing(alphabet) : alphabet)
                .toList();
    }

    static Map<String, Integer> codes(List<String> words) {
        Map<String, Integer> codes = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            codes.put(words.get(i), i);
        }
        return codes;
    }

    static List<String> checked(String column, List<String> words, int least) {
        if (words.size() < least || words.size() > MOST) {
            throw new IllegalArgumentException("column " + Quoted.of(column) + " needs " + least + " to " + MOST
                    + " different words, but has " + words.size());
        }
        Set<String> seen = new HashSet<>();
        for (String word : words) {
            if (word.isEmpty() || !seen.add(word)) {
                throw new IllegalArgumentException("column " + Quoted.of(column)
                        + " needs words that differ and are not empty, but got " + Quoted.of(word)
                        + (word.isEmpty() ? "" : " twice"));
            }
        }
        return List.copyOf(words);
    }
}
