package io.sluice.benchmarks.parts;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.sluice.sink.Sink;
import io.sluice.sinks.console.ConsoleSink;
import io.sluice.sinks.file.FileSink;
import io.sluice.sinks.micrometer.GenAiMeters;
import io.sluice.sinks.opentelemetry.GenAiTelemetry;
import io.sluice.stream.Chunk;
import io.sluice.tokens.TokenAccumulator;
import io.sluice.tokens.TokenEncoding;
import io.sluice.transcript.TranscriptWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a chunk can run into. The sinks that start programs or post once are bound by those. */
public enum SinkKind {
  NOTHING {
    @Override
    Sink open() {
      return chunk -> {};
    }
  },
  CONSOLE {
    @Override
    Sink open() {
      return ConsoleSink.to(OutputStream.nullOutputStream());
    }
  },
  FILE_TEXT {
    @Override
    Sink open() {
      return FileSink.text(FILE).overwriting();
    }
  },
  FILE_TRANSCRIPT {
    @Override
    Sink open() {
      return FileSink.jsonl(FILE).overwriting();
    }
  },
  /** The bytes of the transcript, made before, written one chunk at a time. */
  BARE_WRITE {
    @Override
    Sink open() {
      return new BareWrite();
    }
  },
  TOKENS {
    @Override
    Sink open() {
      return TokenAccumulator.of(TokenEncoding.O200K_BASE)::add;
    }
  },
  /** Spans and metrics of an SDK that sends them nowhere. */
  OPENTELEMETRY {
    @Override
    Sink open() {
      return Telemetry.SPANS.sink();
    }
  },
  MICROMETER {
    @Override
    Sink open() {
      return Telemetry.METERS.sink();
    }
  };

  private static final Path FILE = Path.of(System.getProperty("java.io.tmpdir"), "sluice-sink.tmp");

  abstract Sink open();

  /** Made when it is first needed, and kept for all runs, as in a service. */
  private static final class Telemetry {
    static final GenAiTelemetry SPANS = GenAiTelemetry.of(OpenTelemetrySdk.builder().build());
    static final GenAiMeters METERS = GenAiMeters.of(new SimpleMeterRegistry());
  }

  private static final class BareWrite implements Sink {

    private FileChannel file;
    private byte[] line;

    @Override
    public void onChunk(Chunk chunk) throws IOException {
      if (file == null) {
        file =
            FileChannel.open(
                FILE,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        line = (TranscriptWriter.chunk(chunk) + "\n").getBytes(StandardCharsets.UTF_8);
      }
      file.write(ByteBuffer.wrap(line));
    }

    @Override
    public void close() throws IOException {
      if (file != null) {
        file.close();
      }
    }
  }
}
