package io.sluice.sinks.exec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/**
 * A running program that is fed lines. One thread writes to it, since a write to a pipe that is not
 * read never returns; another copies its output. Mutable; for one thread at a time.
 */
final class Program implements AutoCloseable {

  /** How long to wait for a program that was asked to end, or for its remaining output. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final String name;
  private final Process process;
  private final Duration patience;
  private final ExecutorService writer;
  private final Thread copier;

  private Program(String name, Process process, Duration patience, OutputStream output) {
    this.name = name;
    this.process = process;
    this.patience = patience;
    this.writer = Executors.newSingleThreadExecutor(task -> daemon("input", task));
    this.copier = daemon("output", new OutputCopy(process.getInputStream(), output));
  }

  /** Starts the program named by the first of {@code words}. */
  static Program start(
      List<String> words, Set<String> handedOn, Duration patience, OutputStream output)
      throws IOException {
    String name = words.get(0);
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    SecretVariables.removeFrom(builder.environment(), handedOn);
    try {
      var program = new Program(name, builder.start(), patience, output);
      program.copier.start();
      return program;
    } catch (IOException unstartable) {
      throw new IOException(
          name + " cannot be started; check its name, or give its path", unstartable);
    }
  }

  /** Returns when the program's pipe has taken the line. */
  void write(String line) throws IOException {
    OutputStream input = process.getOutputStream();
    byte[] bytes = line.getBytes(UTF_8);
    var written = CompletableFuture.supplyAsync(() -> failure(input, bytes), writer);
    if (!BoundedWait.await(nanos -> completes(written, nanos), patience)) {
      throw new IOException(
          name + " has read nothing for " + seconds() + "; it is ended, raise timeout");
    }
    Optional<IOException> refused = written.getNow(Optional.empty());
    if (refused.isPresent()) {
      throw new IOException(name + endedEarly(), refused.get());
    }
  }

  /** Ends the program's input and waits for its end; throws unless it succeeds. */
  void finish() throws IOException {
    process.getOutputStream().close(); // Each line was flushed, so nothing is left to write.
    if (!ends(patience)) {
      throw new IOException(
          name
              + " has not ended within "
              + seconds()
              + " of its last line; it is ended, raise timeout");
    }
    BoundedWait.await(this::hasSaidAll, GRACE);
    if (process.exitValue() != 0) {
      throw new IOException(name + " ended with status " + process.exitValue());
    }
  }

  /**
   * Ends the program and its child processes, by force if necessary. It uses their handles: {@link
   * Process#destroy} would first close the pipe, and wait for a write that does not return.
   */
  @Override
  public void close() {
    writer.shutdownNow();
    if (process.isAlive()) {
      Set<ProcessHandle> started = process.descendants().collect(toCollection(HashSet::new));
      process.toHandle().destroy();
      if (!ends(GRACE)) {
        process.descendants().forEach(started::add); // It may have gone on starting others.
        process.toHandle().destroyForcibly();
        ends(GRACE);
      }
      started.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private boolean ends(Duration limit) {
    return BoundedWait.await(nanos -> process.waitFor(nanos, NANOSECONDS), limit);
  }

  private boolean hasSaidAll(long nanos) throws InterruptedException {
    NANOSECONDS.timedJoin(copier, nanos);
    return !copier.isAlive();
  }

  private String endedEarly() {
    return ends(GRACE)
        ? " ended with status " + process.exitValue() + " before the answer did"
        : " has closed its input before the answer ended";
  }

  private String seconds() {
    return patience.toMillis() / 1000.0 + " s";
  }

  private static Optional<IOException> failure(OutputStream input, byte[] bytes) {
    try {
      input.write(bytes);
      input.flush();
      return Optional.empty();
    } catch (IOException refused) {
      return Optional.of(refused);
    }
  }

  private static boolean completes(Future<?> future, long nanos) throws InterruptedException {
    try {
      future.get(nanos, NANOSECONDS);
      return true;
    } catch (TimeoutException tooLong) {
      return false;
    } catch (ExecutionException unexpected) {
      return true;
    }
  }

  private static Thread daemon(String what, Runnable task) {
    var thread = new Thread(task, "sluice-exec-" + what);
    thread.setDaemon(true);
    return thread;
  }
}
