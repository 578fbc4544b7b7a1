package io.sluice.server;

import io.sluice.replay.FollowedLines;
import io.sluice.replay.FollowedRun;
import io.sluice.replay.UnknownRunException;
import io.sluice.runlog.LogLine;
import io.sluice.runlog.RunLog;
import io.sluice.server.archive.RemoteRuns;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Source;
import io.sluice.transcript.TranscriptLine;
import io.sluice.wire.OpenAiDialect;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A place in memory through which the lines of runs go from one server to others. */
final class LineExchange implements RemoteRuns {

  private static final Duration TICK = Duration.ofMillis(20);
  private static final int BYTES = 64 * 1024;

  private final Map<String, RunLog> logs = new ConcurrentHashMap<>();
  private final Set<String> abandoned = ConcurrentHashMap.newKeySet();

  /** A sink that writes one run into this place. */
  Sink recorder() {
    return new Recorder();
  }

  /** Lets readers of a run find no line behind those that it has, as if its process were gone. */
  void abandon(String id) {
    abandoned.add(id);
  }

  @Override
  public Source find(String id) throws IOException {
    RunLog log = logs.get(id);
    if (log == null) {
      throw new UnknownRunException("run '" + id + "' is not in the exchange");
    }
    String first = log.read(0, 1).lines().get(0).text();
    var opening = (TranscriptLine.OpenLine) TranscriptLine.parse(first).orElseThrow();
    return FollowedRun.of(
        opening, "memory://exchange", new OpenAiDialect(), () -> new Lines(id, log));
  }

  private final class Recorder implements Sink {

    private final RunLog log = RunLog.builder().build();
    private final Sink lines = log.sink();

    @Override
    public void onOpen(StreamContext context) throws IOException {
      lines.onOpen(context);
      logs.put(context.id(), log);
    }

    @Override
    public void onChunk(Chunk chunk) throws IOException {
      lines.onChunk(chunk);
    }

    @Override
    public void onEnd(Outcome outcome) throws IOException {
      lines.onEnd(outcome);
    }
  }

  private final class Lines implements FollowedLines {

    private final String id;
    private final RunLog log;
    private long after;

    Lines(String id, RunLog log) {
      this.id = id;
      this.log = log;
    }

    @Override
    public List<NumberedLine> next() throws IOException {
      try {
        while (!log.await(after, TICK)) {
          if (abandoned.contains(id)) {
            return List.of();
          }
        }
      } catch (InterruptedException stop) {
        throw new IOException(stop);
      }
      List<LogLine> more = log.read(after, BYTES).lines();
      after += more.size();
      return more.stream().map(line -> new NumberedLine(line.number() - 1, line.text())).toList();
    }

    @Override
    public void close() {}
  }
}
