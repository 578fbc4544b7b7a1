package io.sluice.tokens.build;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingType;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;

/**
 * Writes the vocabularies as {@code VocabularyReader} reads them. Numbers of tokens have three
 * bytes, all the lowest bytes come first and all the highest last: so they are compressed best.
 */
public final class VocabularyWriter {

  /** r50k_base is p50k_base but for its last tokens. */
  private static final List<EncodingType> WRITTEN =
      List.of(EncodingType.O200K_BASE, EncodingType.CL100K_BASE, EncodingType.P50K_BASE);

  private VocabularyWriter() {}

  /**
   * Writes those that are missing to the folder named first.
   *
   * @throws IOException if one cannot be written
   */
  public static void main(String[] args) throws IOException {
    var registry = Encodings.newLazyEncodingRegistry();
    Path folder = Files.createDirectories(Path.of(args[0]));
    for (EncodingType type : WRITTEN) {
      Path file = folder.resolve(type.getName() + ".tokens");
      if (Files.notExists(file)) {
        write(Tokens.of(registry.getEncoding(type)), file);
      }
    }
  }

  private static void write(Tokens tokens, Path file) throws IOException {
    var bytes = new ByteArrayOutputStream();
    write(tokens, new DataOutputStream(bytes));
    Path unfinished = Files.createTempFile(file.getParent(), "vocabulary", "");
    try (var out = new DataOutputStream(Files.newOutputStream(unfinished))) {
      out.writeInt(bytes.size());
      bytes.writeTo(out);
    }
    Files.move(unfinished, file);
  }

  private static void write(Tokens tokens, DataOutputStream out) throws IOException {
    List<TrieNode> nodes = TrieNode.of(tokens);
    int[] ends = nodes.stream().mapToInt(TrieNode::token).filter(token -> token >= 0).toArray();
    out.writeInt(tokens.size());
    out.writeInt(nodes.size());
    out.writeInt(ends.length);
    out.writeInt(tokens.longest());
    writeTrie(nodes, out);
    writeNumbers(ends, out);
    int[] lefts = MergedTokens.lefts(tokens);
    writeNumbers(lefts, out);
    for (int left : lefts) {
      out.write(left < 0 ? 0 : tokens.bytes(left).length);
    }
  }

  private static void writeTrie(List<TrieNode> nodes, DataOutputStream out) throws IOException {
    for (TrieNode node : nodes) {
      out.write(node.label());
    }
    var ended = new BitSet();
    for (int i = 0; i < nodes.size(); i++) {
      out.write(nodes.get(i).children().size());
      ended.set(i, nodes.get(i).token() >= 0);
    }
    // An extra bit, so that the last byte is there even if the last nodes end nothing.
    ended.set((nodes.size() + 7) / 8 * 8);
    out.write(ended.toByteArray(), 0, (nodes.size() + 7) / 8);
  }

  private static void writeNumbers(int[] numbers, DataOutputStream out) throws IOException {
    for (int shift = 0; shift < 24; shift += 8) {
      for (int number : numbers) {
        out.write(number >> shift);
      }
    }
  }
}
