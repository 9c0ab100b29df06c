package org.blastema.trial;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * Folds items as they come in a binary tree whose shape depends on their number alone. Holds a logarithmic number of partial
 * results.
 */
final class Tree<T> {
    private final BinaryOperator<T> merge;
    private final Deque<T> parts = new ArrayDeque<>();
    private final Deque<Integer> heights = new ArrayDeque<>();

    Tree(BinaryOperator<T> merge) {
        this.merge = merge;
    }

    /** The next item in order. */
    void add(T item) {
        T part = item;
        int height = 0;
        while (!heights.isEmpty() && heights.getLast() == height) {
            part = merge.apply(parts.removeLast(), part);
            heights.removeLast();
            height++;
        }
        parts.addLast(part);
        heights.addLast(height);
    }

    /** The fold of all items; empty without items. The tree is empty afterwards. */
    Optional<T> take() {
        Optional<T> all = Optional.empty();
        while (!parts.isEmpty()) {
            T earlier = parts.removeLast();
            all = Optional.of(all.map(later -> merge.apply(earlier, later)).orElse(earlier));
        }
        heights.clear();
        return all;
    }
}
