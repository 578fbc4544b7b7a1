package io.sluice.sinks.file;

import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.io.IOException;

/**
 * Records a run in one format. Everything passed to it is written to the file when the call
 * returns.
 */
interface RunRecord {

  void open(StreamContext context) throws IOException;

  void retry(Retry retry) throws IOException;

  void chunk(Chunk chunk) throws IOException;

  void end(Outcome outcome) throws IOException;
}
