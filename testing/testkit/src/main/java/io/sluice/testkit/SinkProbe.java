package io.sluice.testkit;

import io.sluice.sink.Sink;
import io.sluice.testkit.ProbeReport.Finding;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Uses the sink of a contract in a JVM of its own and reports what it leaves there. The program of
 * {@link FreshJvm}: the class of the contract, a folder and the file for the report are its
 * arguments.
 */
final class SinkProbe {

  private static final int LONGEST = 300;

  private final SinkContract contract;
  private final SinkRuns runs;
  private final Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
  private final ProbeReport report = ProbeReport.empty();

  private SinkProbe(SinkContract contract, Path folder) {
    this.contract = contract;
    this.runs = new SinkRuns(contract, folder);
  }

  /** Writes the report, whatever happens, and ends the JVM with all that the sink left running. */
  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[1]);
    System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    System.setErr(System.out);
    try {
      new SinkProbe(ContractClass.open(arguments[0], folder), folder)
          .probe()
          .write(Path.of(arguments[2]));
    } catch (Throwable thrown) {
      ProbeReport.impossible(cause(thrown).toString()).write(Path.of(arguments[2]));
    }
    Runtime.getRuntime().halt(0);
  }

  private ProbeReport probe() throws Exception {
    Set<Thread> hooks = ShutdownHooks.all();
    String first = unnumbered(SinkTrials.whole());
    Set<Path> before = temporaryFiles();
    Map<String, String> statics = statics();
    mark(ProbeReport.BEGIN);
    unnumbered(AnswerScript.answer("Something ", "else."));
    mark(ProbeReport.END);
    report.add(Finding.STATICS, HeldState.changes(statics, statics()));
    report.add(Finding.TEMPORARY, beside(before));
    String later = unnumbered(SinkTrials.whole());
    if (!later.equals(first)) {
      report.add(Finding.LATER_OUTPUT, List.of(excerpt(first) + " and later " + excerpt(later)));
    }
    makeOne();
    report.add(Finding.HOOKS, ShutdownHooks.beside(hooks));
    return report;
  }

  private String unnumbered(AnswerScript stream) {
    Path folder = runs.folder();
    runs.play(stream, folder);
    Thread.interrupted(); // A flag that the sink has set would stop the next run.
    return WrittenText.unnumbered(contract.written(folder));
  }

  private void makeOne() throws IOException {
    Set<Path> before = temporaryFiles();
    Sink sink = runs.sink(runs.folder());
    report.add(Finding.EARLY_TEMPORARY, beside(before));
    runs.discard(sink);
  }

  private Map<String, String> statics() {
    Set<Class<?>> classes = new HashSet<>();
    classes.add(contract.factory().getClass());
    Sink sink = runs.sink(runs.folder());
    classes.add(sink.getClass());
    runs.discard(sink);
    return HeldState.ofStatics(classes, contract.getClass());
  }

  /** Writes to both descriptors, as a sink may do that goes past System.out and System.err. */
  private void mark(String text) {
    mark(FileDescriptor.out, "FileDescriptor.out", text);
    mark(FileDescriptor.err, "FileDescriptor.err", text);
  }

  @SuppressWarnings("resource") // closing the stream would close the descriptor
  private void mark(FileDescriptor descriptor, String name, String text) {
    try {
      new FileOutputStream(descriptor).write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException closed) {
      report.add(Finding.CLOSED, List.of(name));
    }
  }

  private Set<Path> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return new HashSet<>(files.toList());
    }
  }

  private Collection<String> beside(Set<Path> before) throws IOException {
    Set<Path> made = temporaryFiles();
    made.removeAll(before);
    return made.stream().map(file -> file.getFileName().toString()).sorted().toList();
  }

  private static String excerpt(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  private static Throwable cause(Throwable thrown) {
    return thrown instanceof InvocationTargetException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
  }
}
