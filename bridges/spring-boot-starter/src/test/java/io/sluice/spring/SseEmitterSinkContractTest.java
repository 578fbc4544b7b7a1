package io.sluice.spring;

import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import io.sluice.testkit.SinkContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a browser gets is told from its emitter, one for each folder of a run. */
class SseEmitterSinkContractTest extends SinkContract {

  private final Map<String, RecordingEmitter> emitters = new ConcurrentHashMap<>();

  @Override
  protected SinkFactory factory() {
    return new SinkFactory() {
      @Override
      public Sink create(SinkOptions options) {
        var emitter = new RecordingEmitter();
        emitters.put(options.text("to").orElseThrow(), emitter);
        return SseEmitterSink.to(emitter);
      }

      @Override
      public List<SinkOption> options() {
        return List.of(SinkOption.of("to", SinkOption.Type.TEXT, "the name of a browser"));
      }
    };
  }

  @Override
  protected Map<String, String> options(Path folder) {
    return Map.of("to", folder.toString());
  }

  @Override
  protected Map<String, String> written(Path folder) {
    RecordingEmitter emitter = emitters.getOrDefault(folder.toString(), new RecordingEmitter());
    return emitter.sent().isEmpty() ? Map.of() : Map.of("sent", String.join("", emitter.sent()));
  }
}
