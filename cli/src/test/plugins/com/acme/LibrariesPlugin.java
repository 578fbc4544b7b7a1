package com.acme;

import com.google.common.collect.ImmutableMultiset;
import io.sluice.plugin.Plugin;
import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.PackageVersion;

/** Reads with one library and counts with another, each in the version of its jar. */
public final class LibrariesPlugin extends Plugin implements SinkFactory {
  @Override
  protected void configure() {
    bindSink("libraries").toInstance(this);
  }

  @Override
  public List<SinkOption> options() {
    return List.of(SinkOption.of("note", SinkOption.Type.PATH, "the folder for its findings"));
  }

  @Override
  public Sink create(SinkOptions options) {
    return new LibrariesSink(options.path("note").orElseThrow().resolve("note.txt"));
  }

  private static final class LibrariesSink implements Sink {
    private final ImmutableMultiset.Builder<String> names = ImmutableMultiset.builder();
    private final Path note;

    LibrariesSink(Path note) {
      this.note = note;
    }

    @Override
    public void onChunk(Chunk chunk) {
      JsonFactory json = new JsonFactory();
      try (JsonParser parser = json.createParser(ObjectReadContext.empty(), chunk.json())) {
        while (parser.nextToken() != null) {
          if (parser.currentName() != null) {
            names.add(parser.currentName());
          }
        }
      }
    }

    @Override
    public void onEnd(Outcome outcome) throws IOException {
      ClassLoader context = Thread.currentThread().getContextClassLoader();
      List<String> findings =
          List.of(
              "jackson " + PackageVersion.VERSION,
              "guava of " + place(ImmutableMultiset.class),
              "its own class loader is the context " + (context == getClass().getClassLoader()),
              "choices seen " + (names.build().count("choices") > 0));
      Files.write(note, findings);
    }

    private static String place(Class<?> type) {
      String path = type.getProtectionDomain().getCodeSource().getLocation().getPath();
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }
}
