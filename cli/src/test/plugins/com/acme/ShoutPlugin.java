package com.acme;

import io.sluice.json.ChunkBuilder;
import io.sluice.plugin.Plugin;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import io.sluice.stage.Outlet;
import io.sluice.stage.Stage;
import io.sluice.stage.StageFactory;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import java.util.List;
import java.util.Locale;

/** Binds a stage that replaces each text by its capitals, with a mark behind it. */
public final class ShoutPlugin extends Plugin {
  @Override
  protected void configure() {
    bindStage("shout").toInstance(new Factory());
  }

  private static final class Factory implements StageFactory {
    @Override
    public Stage create(SinkOptions options) {
      String mark = options.text("mark").orElse("");
      if (mark.equals("?")) {
        throw new IllegalArgumentException("option 'mark' is '?'; a shout is no question");
      }
      return new ShoutStage(mark);
    }

    @Override
    public List<SinkOption> options() {
      return List.of(SinkOption.of("mark", SinkOption.Type.TEXT, "what stands behind each text"));
    }

    @Override
    public String description() {
      return "capitals";
    }
  }

  private record ShoutStage(String mark) implements Stage {
    @Override
    public boolean keepsTheSum() {
      return false;
    }

    @Override
    public void onChunk(Chunk chunk, Outlet outlet) {
      if (mark.equals("!!!")) {
        throw new IllegalStateException("too loud");
      }
      boolean silent = chunk.text().isEmpty();
      String loud = chunk.text().toUpperCase(Locale.ROOT) + mark;
      outlet.pass(silent ? chunk : ChunkBuilder.of(new Delta.Text(0, loud)).build());
    }
  }
}
