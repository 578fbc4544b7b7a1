package io.sluice.server.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where a server looks for runs that it no longer has in memory: those that have ended a while ago,
 * and those of an earlier start. A run belongs to the owner that its attribute {@value #OWNER}
 * names. Thread-safe. Calls may take as long as a disk does, and are never made on an event loop.
 *
 * <p>Every method throws an IOException with a one-line message if the archive cannot be read.
 */
public interface RunArchive {

  /** The attribute of a run that names its owner: the name of the token that began it. */
  String OWNER = "owner";

  /**
   * The owner of runs without that attribute, such as those of the command line, and the name of
   * the token that a server makes when it starts.
   */
  String STANDARD_OWNER = "owner";

  /** The attribute of a run that was passed on; its value is the name of the endpoint. */
  String PASSED = "passed";

  /** The run with that id, if it belongs to that owner. */
  Optional<PastRun> find(String owner, String id) throws IOException;

  /**
   * The runs of an owner, the newest first.
   *
   * @param before the time before which they began; empty for all
   * @param limit the most runs to find
   */
  List<PastRun> list(String owner, Optional<Instant> before, int limit) throws IOException;

  /**
   * The runs of an owner in whose question or answer all of these words are, the best match first.
   *
   * @param words words as {@code Archive.search} takes them: one that ends in an asterisk is the
   *     beginning of a word, and several words in one string must be adjacent
   * @param limit the most runs to find
   */
  List<FoundRun> search(String owner, List<String> words, int limit) throws IOException;

  /**
   * Passes the lines of the transcript of a run to {@code lines}, in order, without their line
   * feeds. The transcript of a run whose process was killed has no end line.
   */
  void transcript(String id, Consumer<String> lines) throws IOException;

  /**
   * Removes a run for good.
   *
   * @throws IOException also if the run was removed, but its text cannot be overwritten yet
   */
  void remove(String id) throws IOException;
}
