package com.acme;

import io.sluice.plugin.Plugin;
import io.sluice.queue.Job;
import io.sluice.queue.JobQueue;
import io.sluice.queue.JobQueueFactory;
import io.sluice.queue.JobResult;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Binds a queue whose jobs are the lines of a file. */
public final class SpoolPlugin extends Plugin implements JobQueueFactory {
  @Override
  protected void configure() {
    bindQueue("spool").toInstance(this);
  }

  @Override
  public String description() {
    return "takes the lines of a file";
  }

  @Override
  public List<SinkOption> options() {
    return List.of(
        SinkOption.of("path", SinkOption.Type.PATH, "the file").required(),
        SinkOption.of("results", SinkOption.Type.PATH, "the file for results"));
  }

  @Override
  public JobQueue open(SinkOptions options) throws IOException {
    return new Spool(
        Files.readAllLines(options.path("path").orElseThrow()), options.path("results"));
  }

  private static final class Spool implements JobQueue {
    private final List<String> lines;
    private final Optional<Path> file;
    private final List<String> results = new CopyOnWriteArrayList<>();
    private int taken;

    Spool(List<String> lines, Optional<Path> file) {
      this.lines = lines;
      this.file = file;
    }

    @Override
    public boolean keepsResults() {
      return file.isPresent();
    }

    @Override
    public synchronized Optional<Job> take(Duration wait) throws InterruptedException {
      if (isEmpty()) {
        wait(wait.toMillis());
        return Optional.empty();
      }
      return Optional.of(new Line("line-" + ++taken, lines.get(taken - 1), results));
    }

    @Override
    public synchronized boolean isEmpty() {
      return taken == lines.size();
    }

    @Override
    public void close() throws IOException {
      if (file.isPresent()) {
        Files.write(file.get(), results);
      }
    }
  }

  private record Line(String id, String text, List<String> results) implements Job {
    @Override
    public String place() {
      return id;
    }

    @Override
    public void done(JobResult result) {
      results.add(result.line());
    }

    @Override
    public void skip() {}

    @Override
    public void release() {}

    @Override
    public void onRevoked(Runnable stop) {}
  }
}
