package io.sluice.sinks.exec;

import io.sluice.sink.SinkFactory;
import io.sluice.testkit.SinkContract;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** With a program that keeps what it reads. */
@DisabledOnOs(OS.WINDOWS)
class ExecSinkContractTest extends SinkContract {

  @Override
  protected SinkFactory factory() {
    return new ExecSinkFactory();
  }

  @Override
  protected Map<String, String> options(Path folder) {
    return Map.of("command", "sh -c 'cat >\"$0\"' '" + folder.resolve("kept.jsonl") + "'");
  }
}
