package org.blastema.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.blastema.core.BlastemaException;
import org.blastema.core.Failure;
import org.blastema.core.InvalidInput;
import org.blastema.core.Problem;
import org.blastema.core.Problems;
import org.blastema.core.Refusal;
import org.blastema.trial.Plan;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command and its exit codes: 0 done, 1 a run failed, 2 the input is wrong, 3 wrong use, 130 interrupted. */
@Command(
        name = "blastema",
        mixinStandardHelpOptions = true,
        description = "A simulator of stem-cell therapies from the cell to the cohort.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, or already done",
            "1:a run failed",
            "2:the input is wrong",
            "3:wrong use, or an output folder that is not ours",
            "130:interrupted, resumable"
        },
        subcommands = {
            RunCommand.class,
            CheckCommand.class,
            ListCommand.class,
            ShowCommand.class,
            ClaimsCommand.class,
            ArticleCommand.class,
            AccessCommand.class,
            ReportCommand.class,
            CompareCommand.class,
            QueryCommand.class,
            ExportCommand.class,
            ValidateCommand.class,
            PredictCommand.class,
            ScoreCommand.class,
            SensitivityCommand.class,
            CalibrateCommand.class,
            DesignCommand.class,
            CredibilityCommand.class,
            BenchCommand.class
        })
public final class Blastema implements Runnable {
    static final int FAILED = 1;
    static final int WRONG_INPUT = 2;
    static final int WRONG_USE = 3;

    private static final List<String> LATER = List.of("studio");

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    /** Starts the command and ends the program with its exit code. */
    public static void main(String[] arguments) {
        PrintStream out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(new Streams(out, err, InstantSource.system()), arguments));
    }

    /** The exit code of one command. */
    static int run(Streams streams, String... arguments) {
        PrintStream out = streams.out;
        PrintStream err = streams.err;
        CommandLine line = new CommandLine(new Blastema(), streams);
        line.setOut(new java.io.PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new java.io.PrintWriter(err, true, StandardCharsets.UTF_8));
        line.getCommandSpec().version("Blastema " + Plan.ENGINE);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        if (System.getenv("NO_COLOR") != null) {
            line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        }
        line.setParameterExceptionHandler((problem, words) -> wrongUse(err, problem, words));
        line.setExecutionExceptionHandler((problem, command, parsed) -> failed(err, problem));
        return line.execute(arguments);
    }

    @Override
    public void run() {
        java.util.Objects.requireNonNull(spec)
                .commandLine()
                .usage(spec.commandLine().getOut());
    }

    private static int wrongUse(PrintStream err, CommandLine.ParameterException problem, String[] words) {
        String first = words.length == 0 ? "" : words[0];
        CommandLine line = problem.getCommandLine();
        if (line.getParent() == null && LATER.contains(first)) {
            err.println("blastema: '" + first + "' is not in this version");
            return WRONG_USE;
        }
        err.println("blastema: " + problem.getMessage());
        List<String> known =
                problem instanceof CommandLine.UnmatchedArgumentException unmatched && unmatched.isUnknownOption()
                        ? line.getCommandSpec().options().stream()
                                .filter(option -> !option.hidden())
                                .map(CommandLine.Model.OptionSpec::longestName)
                                .toList()
                        : line.getSubcommands().keySet().stream().toList();
        List<String> nearest = problem instanceof CommandLine.UnmatchedArgumentException unmatched
                ? Problems.nearest(unmatched.getUnmatched().getFirst(), known)
                : List.of();
        if (!nearest.isEmpty()) {
            err.println("nearest: " + String.join(", ", nearest));
        }
        err.println("see blastema " + (line.getParent() == null ? "" : line.getCommandName() + " ") + "--help");
        return WRONG_USE;
    }

    private static int failed(PrintStream err, Exception problem) {
        if (problem instanceof BlastemaException ours) {
            return switch (ours) {
                case InvalidInput input -> {
                    tell(err, input.problems());
                    yield WRONG_INPUT;
                }
                case Failure failure -> end(err, failure, FAILED);
                case Refusal refusal -> end(err, refusal, WRONG_USE);
            };
        }
        err.println("blastema: an error of the program itself: " + problem);
        if (System.getenv("BLASTEMA_TRACE") != null) {
            problem.printStackTrace(err);
        } else {
            err.println("set BLASTEMA_TRACE=1 to see where");
        }
        return FAILED;
    }

    private static int end(PrintStream err, BlastemaException problem, int code) {
        err.println("blastema: " + problem.getMessage());
        return code;
    }

    /** All problems, one a line. */
    static void tell(PrintStream to, List<Problem> problems) {
        problems.forEach(to::println);
    }
}
