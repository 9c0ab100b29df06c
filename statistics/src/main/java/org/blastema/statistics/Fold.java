package org.blastema.statistics;

import java.util.List;
import java.util.function.BinaryOperator;

/** Folds a list in a binary tree that depends on the length alone, so that sums do not depend on who computed the parts. */
public final class Fold {
    private Fold() {}

    /**
     * @param items at least one
     */
    public static <T> T tree(List<T> items, BinaryOperator<T> merge) {
        if (items.size() == 1) {
            return items.getFirst();
        }
        int half = Integer.highestOneBit(items.size() - 1);
        return merge.apply(tree(items.subList(0, half), merge), tree(items.subList(half, items.size()), merge));
    }
}
