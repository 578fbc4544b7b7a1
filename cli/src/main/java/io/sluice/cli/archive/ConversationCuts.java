package io.sluice.cli.archive;

import io.sluice.text.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far conversations were taken back: their answers stay in the archive, but are not sent when
 * the conversation goes on. Kept in a file of its owner's, for the newest {@value #MOST}
 * conversations.
 */
final class ConversationCuts {
  private static final int MOST = 200;

  private final Path file;

  ConversationCuts(Path file) {
    this.file = file;
  }

  /** How far that conversation was taken back last, if it was. */
  Optional<Cut> of(String conversation) throws IOException {
    return read().stream().filter(cut -> cut.conversation().equals(conversation)).findFirst();
  }

  /** Takes a conversation back, in place of what was said of it before. */
  void put(Cut cut) throws IOException {
    List<Cut> cuts = new ArrayList<>(List.of(cut));
    read().stream()
        .filter(other -> !other.conversation().equals(cut.conversation()))
        .limit(MOST - 1)
        .forEach(cuts::add);
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder, OwnerOnly.folder(folder));
    }
    if (Files.notExists(file)) {
      Files.createFile(file, OwnerOnly.file(file));
    }
    Files.write(file, cuts.stream().map(Cut::line).toList());
  }

  private List<Cut> read() throws IOException {
    return Files.notExists(file)
        ? List.of()
        : Files.readAllLines(file).stream().flatMap(line -> Cut.read(line).stream()).toList();
  }

  /**
   * A conversation that was taken back.
   *
   * @param conversation its name
   * @param run the id of its newest run when it was; later runs are not meant
   * @param messages how many messages were left, without instructions
   */
  record Cut(String conversation, String run, int messages) {
    private static Optional<Cut> read(String line) {
      String[] words = line.split(" ", -1);
      try {
        return words.length == 3
            ? Optional.of(new Cut(words[0], words[1], Integer.parseInt(words[2])))
            : Optional.empty();
      } catch (NumberFormatException foreign) {
        return Optional.empty();
      }
    }

    private String line() {
      return conversation + " " + run + " " + messages;
    }
  }
}
