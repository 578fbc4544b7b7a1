package io.sluice.testkit;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Properties;

/** What {@link SinkProbe} saw of a sink, each finding in one line. */
final class ProbeReport {

  /** What was printed directly, between the marks that the probe writes to a descriptor. */
  static final String BEGIN = "\u0002sluice-probe-begin\u0002";

  /** The end of what was printed directly. */
  static final String END = "\u0002sluice-probe-end\u0002";

  private final Properties findings;

  private ProbeReport(Properties findings) {
    this.findings = findings;
  }

  /** A report of nothing yet. */
  static ProbeReport empty() {
    return new ProbeReport(new Properties());
  }

  /** A report that the sink could not be used, and why. */
  static ProbeReport impossible(String why) {
    return empty().add(Finding.IMPOSSIBLE, List.of(why));
  }

  /** Reads a report that {@link #write} wrote. */
  static ProbeReport read(Path file) throws IOException {
    ProbeReport report = empty();
    try (Reader in = Files.newBufferedReader(file)) {
      report.findings.load(in);
    }
    return report;
  }

  void write(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (Writer out = Files.newBufferedWriter(part)) {
      findings.store(out, null);
    }
    Files.move(part, file);
  }

  ProbeReport add(Finding finding, Collection<String> what) {
    if (!what.isEmpty()) {
      findings.merge(finding.name(), String.join(", ", what), (one, other) -> one + ", " + other);
    }
    return this;
  }

  /** Adds what was printed to the descriptors of the other JVM while a sink was used. */
  ProbeReport withDirectOutput(Path folder) throws IOException {
    for (String stream : List.of("out", "err")) {
      byte[] bytes = Files.readAllBytes(folder.resolve(stream));
      String printed = new String(bytes, StandardCharsets.UTF_8);
      int begin = printed.indexOf(BEGIN);
      int end = printed.indexOf(END);
      if (begin >= 0 && end > begin + BEGIN.length()) {
        add(Finding.DIRECT_OUTPUT, List.of("FileDescriptor." + stream));
      }
    }
    return this;
  }

  /** What was found of that kind; empty if nothing was. */
  String found(Finding finding) {
    return findings.getProperty(finding.name(), "");
  }

  /** What a probe can find. */
  enum Finding {
    IMPOSSIBLE("the sink could not be used in a JVM of its own"),
    EARLY_TEMPORARY("D1: temporary files that exist before onOpen; create them in onOpen"),
    LATER_OUTPUT(
        "D4: a later run leaves other output than the first one of a JVM; keep no state in static"
            + " fields"),
    STATICS("D4: static fields that change with each run; keep what belongs to a run in the sink"),
    DIRECT_OUTPUT(
        "D5: descriptors that were written to, past System.out and System.err; print to the stream"
            + " that you are given"),
    CLOSED("D5: descriptors of the process that were closed; they are not yours"),
    TEMPORARY("D6: temporary files that are left after close; delete them in close"),
    HOOKS("D6: shutdown hooks that are left after close; do without one, close always comes");

    private final String complaint;

    Finding(String complaint) {
      this.complaint = complaint;
    }

    /** What is wrong and what to do, for the author of the sink. */
    String complaint() {
      return complaint;
    }
  }
}
