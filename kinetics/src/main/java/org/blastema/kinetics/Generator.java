package org.blastema.kinetics;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.blastema.core.Elementary;
import org.blastema.model.graph.Graph;
import org.blastema.model.graph.History;
import org.blastema.model.graph.Kernel;
import org.blastema.model.graph.Loop;
import org.blastema.model.graph.Op;
import org.blastema.model.graph.Schedule;

/**
 * Bytecode for a schedule. Nodes become local variables of methods of at most {@value #NODES} nodes, well below the 8000 bytes up to
 * which HotSpot compiles a method; what a later method needs goes through a scratch array. Same bits as the interpreter, since every
 * operation is the same Java operation.
 */
final class Generator {
    /** The most nodes in one method. */
    static final int NODES = 200;

    private static final ClassDesc ARRAY = CD_double.arrayType();
    private static final ClassDesc HISTORY = ClassDesc.of(History.class.getName());
    private static final ClassDesc KERNEL = ClassDesc.of(Kernel.class.getName());
    private static final ClassDesc LOOP = ClassDesc.of(Loop.class.getName());
    private static final ClassDesc LOOPS = LOOP.arrayType();
    private static final ClassDesc SELF = ClassDesc.of("org.blastema.kinetics.GeneratedKernel");
    private static final ClassDesc ELEMENTARY = ClassDesc.of(Elementary.class.getName());
    private static final ClassDesc MATH = ClassDesc.of(Math.class.getName());
    private static final MethodTypeDesc EVALUATE =
            MethodTypeDesc.of(CD_void, CD_double, ARRAY, ARRAY, ARRAY, ARRAY, HISTORY, ARRAY);
    private static final MethodTypeDesc LOOPED = MethodTypeDesc.of(CD_double, CD_double, ARRAY, ARRAY, HISTORY);

    /** Local variables of every method: this, t (two), y, values, constants, fields, history, out. */
    private static final int T = 1;

    private static final int Y = 3;
    private static final int VALUES = 4;
    private static final int CONSTANTS = 5;
    private static final int FIELDS = 6;
    private static final int HISTORIES = 7;
    private static final int OUT = 8;
    private static final int FIRST = 9;

    private final Schedule schedule;
    private final Graph graph;
    private final List<Integer> computed = new ArrayList<>();
    private final List<Integer> looped = new ArrayList<>();
    private final int[] chunk;
    private final int[] slot;
    private final boolean[] crossing;

    private Generator(Schedule schedule) {
        this.schedule = schedule;
        graph = schedule.graph();
        chunk = new int[graph.size()];
        slot = new int[graph.size()];
        crossing = new boolean[graph.size()];
        Arrays.fill(chunk, -1);
        for (int node : schedule.nodes()) {
            if (graph.op(node).operands() > 0) {
                chunk[node] = computed.size() / NODES;
                slot[node] = FIRST + 2 * (computed.size() % NODES);
                computed.add(node);
            }
            if (isLoop(node)) {
                looped.add(node);
            }
        }
        markCrossings();
    }

    /** Makes kernels for a schedule; each kernel belongs to one thread. */
    static Supplier<Kernel> generate(Schedule schedule) {
        Generator generator = new Generator(schedule);
        MethodHandle constructor = generator.define();
        List<Supplier<Kernel>> bodies = generator.looped.stream()
                .map(node -> generate(Schedule.of(generator.graph, new int[] {generator.graph.a(node)})))
                .toList();
        return () -> {
            Loop[] loops = new Loop[bodies.size()];
            for (int i = 0; i < loops.length; i++) {
                loops[i] = new Loop(bodies.get(i).get(), generator.graph.b(generator.looped.get(i)));
            }
            try {
                return (Kernel) constructor.invoke(loops, new double[generator.graph.size()]);
            } catch (Throwable e) {
                throw new IllegalStateException("a generated kernel cannot be made", e);
            }
        };
    }

    private MethodHandle define() {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(bytes(), true);
            return lookup.findConstructor(
                            lookup.lookupClass(), MethodType.methodType(void.class, Loop[].class, double[].class))
                    .asType(MethodType.methodType(Object.class, Loop[].class, double[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a generated kernel cannot be defined", e);
        }
    }

    /** The class file of a schedule, for tests of its size. */
    static byte[] bytes(Schedule schedule) {
        return new Generator(schedule).bytes();
    }

    private byte[] bytes() {
        int chunks = Math.max(1, (computed.size() + NODES - 1) / NODES);
        return ClassFile.of().build(SELF, type -> {
            type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
            type.withInterfaceSymbols(KERNEL);
            type.withField("loops", LOOPS, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL);
            type.withField("scratch", ARRAY, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL);
            type.withMethodBody(
                    "<init>", MethodTypeDesc.of(CD_void, LOOPS, ARRAY), ClassFile.ACC_PUBLIC, Generator::constructor);
            type.withMethodBody("evaluate", EVALUATE, ClassFile.ACC_PUBLIC, code -> {
                for (int i = 0; i < chunks; i++) {
                    arguments(code);
                    code.invokevirtual(SELF, "part" + i, EVALUATE);
                }
                code.return_();
            });
            for (int i = 0; i < chunks; i++) {
                int part = i;
                type.withMethodBody(
                        "part" + i,
                        EVALUATE,
                        ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL,
                        code -> part(code, part, part == chunks - 1));
            }
        });
    }

    private static void constructor(CodeBuilder code) {
        code.aload(0).invokespecial(ConstantDescs.CD_Object, "<init>", ConstantDescs.MTD_void);
        code.aload(0).aload(1).putfield(SELF, "loops", LOOPS);
        code.aload(0).aload(2).putfield(SELF, "scratch", ARRAY);
        code.return_();
    }

    private static void arguments(CodeBuilder code) {
        code.aload(0)
                .dload(T)
                .aload(Y)
                .aload(VALUES)
                .aload(CONSTANTS)
                .aload(FIELDS)
                .aload(HISTORIES)
                .aload(OUT);
    }

    private void markCrossings() {
        for (int node : computed) {
            int count = isLoop(node) ? 0 : graph.op(node).operands();
            int[] operands = {graph.a(node), graph.b(node), graph.c(node)};
            for (int i = 0; i < count; i++) {
                if (chunk[operands[i]] >= 0 && chunk[operands[i]] != chunk[node]) {
                    crossing[operands[i]] = true;
                }
            }
        }
    }

    private boolean isLoop(int node) {
        return graph.op(node) == Op.SUM_OVER || graph.op(node) == Op.MAX_OVER;
    }

    private void part(CodeBuilder code, int part, boolean last) {
        Map<Integer, List<Integer>> outputs = new HashMap<>();
        for (int i = 0; i < schedule.roots().length; i++) {
            outputs.computeIfAbsent(schedule.roots()[i], root -> new ArrayList<>())
                    .add(i);
        }
        for (int node : computed.subList(
                Math.min(computed.size(), part * NODES), Math.min(computed.size(), (part + 1) * NODES))) {
            compute(code, node, part);
            code.dstore(slot[node]);
            if (crossing[node]) {
                code.aload(0)
                        .getfield(SELF, "scratch", ARRAY)
                        .loadConstant(node)
                        .dload(slot[node])
                        .dastore();
            }
            outputs.getOrDefault(node, List.of()).forEach(i -> output(code, i, node, part));
        }
        if (last) {
            for (int i = 0; i < schedule.roots().length; i++) {
                if (chunk[schedule.roots()[i]] < 0) {
                    output(code, i, schedule.roots()[i], part);
                }
            }
        }
        code.return_();
    }

    private void output(CodeBuilder code, int index, int node, int part) {
        code.aload(OUT).loadConstant(index);
        push(code, node, part);
        code.dastore();
    }

    /** Puts the number of a node on the stack. */
    private void push(CodeBuilder code, int node, int part) {
        if (schedule.shared()[node] >= 0) {
            element(code, CONSTANTS, schedule.shared()[node]);
            return;
        }
        switch (graph.op(node)) {
            case CONSTANT -> code.loadConstant(graph.constant(node));
            case TIME -> code.dload(T);
            case VALUE -> element(code, VALUES, graph.a(node));
            case STATE -> element(code, Y, graph.a(node));
            case SINCE -> element(code, CONSTANTS, 0);
            case FIELD -> element(code, FIELDS, graph.b(node));
            default -> {
                if (chunk[node] == part) {
                    code.dload(slot[node]);
                } else {
                    code.aload(0)
                            .getfield(SELF, "scratch", ARRAY)
                            .loadConstant(node)
                            .daload();
                }
            }
        }
    }

    private static void element(CodeBuilder code, int array, int index) {
        code.aload(array).loadConstant(index).daload();
    }

    private void compute(CodeBuilder code, int node, int part) {
        if (isLoop(node)) {
            code.aload(0)
                    .getfield(SELF, "loops", LOOPS)
                    .loadConstant(looped.indexOf(node))
                    .aaload();
            code.dload(T).aload(Y).aload(VALUES).aload(HISTORIES);
            code.invokevirtual(LOOP, graph.op(node) == Op.SUM_OVER ? "sum" : "max", LOOPED);
            return;
        }
        if (graph.op(node) == Op.SELECT) {
            push(code, graph.a(node), part);
            code.dconst_0().dcmpl();
            code.ifThenElse(
                    Opcode.IFNE, then -> push(then, graph.b(node), part), other -> push(other, graph.c(node), part));
            return;
        }
        int[] operands = {graph.a(node), graph.b(node), graph.c(node)};
        for (int i = 0; i < graph.op(node).operands(); i++) {
            push(code, operands[i], part);
        }
        operation(code, graph.op(node));
    }

    private static void operation(CodeBuilder code, Op op) {
        switch (op) {
            case ADD -> code.dadd();
            case SUBTRACT -> code.dsub();
            case MULTIPLY -> code.dmul();
            case DIVIDE -> code.ddiv();
            case NEGATE -> code.dneg();
            case FMA -> call(code, MATH, "fma", 3);
            case ABS -> call(code, MATH, "abs", 1);
            case SQRT -> call(code, MATH, "sqrt", 1);
            case MIN -> call(code, MATH, "min", 2);
            case MAX -> call(code, MATH, "max", 2);
            case EXP -> call(code, ELEMENTARY, "exp", 1);
            case LOG -> call(code, ELEMENTARY, "log", 1);
            case LOG10 -> call(code, ELEMENTARY, "log10", 1);
            case POW -> call(code, ELEMENTARY, "pow", 2);
            case TANH -> call(code, ELEMENTARY, "tanh", 1);
            case SIN -> call(code, ELEMENTARY, "sin", 1);
            case COS -> call(code, ELEMENTARY, "cos", 1);
            case LESS -> truth(code.dcmpg(), Opcode.IFLT);
            case LESS_EQUAL -> truth(code.dcmpg(), Opcode.IFLE);
            case EQUAL -> truth(code.dcmpl(), Opcode.IFEQ);
            case CONSTANT, TIME, VALUE, STATE, SINCE, FIELD, SELECT, SUM_OVER, MAX_OVER ->
                throw new IllegalStateException(op + " is handled before");
        }
    }

    private static void truth(CodeBuilder code, Opcode when) {
        code.ifThenElse(when, CodeBuilder::dconst_1, CodeBuilder::dconst_0);
    }

    private static void call(CodeBuilder code, ClassDesc owner, String name, int arguments) {
        ClassDesc[] types = new ClassDesc[arguments];
        Arrays.fill(types, CD_double);
        code.invokestatic(owner, name, MethodTypeDesc.of(CD_double, types));
    }
}
