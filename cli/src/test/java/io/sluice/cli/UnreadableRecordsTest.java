package io.sluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.sluice.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be replayed, or only in part, and what cannot be written to: one line each. */
class UnreadableRecordsTest {
  private static final String OPEN = "{\"type\":\"open\",\"version\":1}\n";
  private static final String CHUNK =
      "{\"type\":\"chunk\",\"at_ms\":1,\"data\":{\"choices\":[{\"index\":0,"
          + "\"delta\":{\"content\":\"Hi\"}}]}}\n";

  @TempDir private Path folder;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void eachIsOneLine() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("empty.jsonl", new byte[0]);
    files.put("blank.jsonl", "\n\n".getBytes(UTF_8));
    files.put("binary.jsonl", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
    files.put("brace.jsonl", new byte[] {'{', 0, 1, 2, '\n'});
    files.put("version.jsonl", OPEN.replace("1", "2").getBytes(UTF_8));
    files.put("other.jsonl", "{\"prompt\":\"Hi\"}\n".getBytes(UTF_8));
    files.put("no-end.jsonl", (OPEN + CHUNK).getBytes(UTF_8));
    files.put("torn.jsonl", (OPEN + CHUNK + CHUNK.substring(0, 40)).getBytes(UTF_8));
    files.put("torn-open.jsonl", OPEN.substring(0, 20).getBytes(UTF_8));
    files.put("broken.jsonl", (OPEN + "{\"ty\n" + CHUNK).getBytes(UTF_8));
    var said = new StringBuilder();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = Files.write(folder.resolve(file.getKey()), file.getValue());
      Sluice.Ran ran = Sluice.command().run("replay", path.toString());

      assertThat(ran.err()).as(file.getKey()).hasLineCount(1);
      said.append(file.getKey() + ", exit code " + ran.code().number() + ":\n");
      said.append(ran.err().replace(folder + "/", ""));
    }
    Golden.compare("unreadable-records.txt", said.toString());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void folderWithoutPermissionIsSaidBeforeAnythingIsSent() throws IOException {
    Path closed = folder.resolve("closed");
    Files.createDirectory(
        closed, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
    assumeFalse(Files.isWritable(closed), "root may write everywhere");
    Path file = closed.resolve("a.jsonl");
    Sluice.Ran ran = Sluice.command().run("hello", "--sink", "file:path=" + file);

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(Sluice.errors(ran))
        .hasLineCount(1)
        .contains(file + ".partial cannot be made: access is denied; name another path");
  }
}
