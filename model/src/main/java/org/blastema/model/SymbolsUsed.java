package org.blastema.model;

import java.util.function.Consumer;

/** Walks an expression and tells every symbol in it; a join over inputs tells their time. */
final class SymbolsUsed {
    private SymbolsUsed() {}

    static void in(Expression expression, Consumer<Symbol> tell) {
        switch (expression) {
            case Expression.Constant ignored -> {}
            case Expression.Reference reference -> tell.accept(reference.symbol());
            case Expression.Negated negated -> in(negated.of(), tell);
            case Expression.Scaled scaled -> in(scaled.of(), tell);
            case Expression.Binary binary -> {
                in(binary.left(), tell);
                in(binary.right(), tell);
            }
            case Expression.Call call -> call.arguments().forEach(argument -> in(argument, tell));
            case Expression.If choice -> {
                in(choice.condition(), tell);
                in(choice.then(), tell);
                in(choice.otherwise(), tell);
            }
            case Expression.Lookup lookup -> in(lookup.at(), tell);
            case Expression.Over over -> {
                tell.accept(new Symbol.Since(over.input()));
                in(over.body(), tell);
            }
        }
    }

    static void in(Expression.Condition condition, Consumer<Symbol> tell) {
        switch (condition) {
            case Expression.Condition.Compare compare -> {
                in(compare.left(), tell);
                in(compare.right(), tell);
            }
            case Expression.Condition.And and -> {
                in(and.left(), tell);
                in(and.right(), tell);
            }
            case Expression.Condition.Or or -> {
                in(or.left(), tell);
                in(or.right(), tell);
            }
            case Expression.Condition.Not not -> in(not.of(), tell);
        }
    }
}
