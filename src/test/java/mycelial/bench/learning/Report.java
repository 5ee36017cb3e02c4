package mycelial.bench.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all experiments say, as far as they have been played. */
final class Report {
  private final String build;
  private final List<Section> sections = new ArrayList<>();
  private boolean sound = true;
  private long failures;

  Report(String build, Map<Experiment, List<Trial>> trials, Lines lines) {
    this.build = build;
    trials.forEach((experiment, own) -> sections.addAll(sections(experiment, own, lines)));
  }

  private List<Section> sections(Experiment experiment, List<Trial> trials, Lines lines) {
    List<WorldLine> played = lines.of(trials);
    failures += played.stream().mapToLong(WorldLine::failures).sum();
    return switch (experiment) {
      case NOISE -> NoiseReport.of(played);
      case PLANTED, WEAK -> new FoundReport(experiment.label(), played).sections();
      case ABLATION -> new AblationReport(played).sections();
      case FADING -> FadingReport.of(played);
      case CROSS_MOAT -> CrossMoatReport.of(played);
      case MEMORY -> MemoryReport.of(played);
      case REDIS -> {
        RedisReport redis = new RedisReport(trials, lines);
        sound &= redis.isSame();
        yield redis.sections();
      }
    };
  }

  /** Whether runs that must agree did, and no agent failed. */
  boolean isSound() {
    return sound && failures == 0;
  }

  List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add("build " + build + "; in brackets 95 % intervals: worlds resampled, or exact limits");
    if (failures > 0) {
      lines.add("AGENTS FAILED " + failures + " times: what follows cannot be relied upon");
    }
    sections.forEach(section -> lines.addAll(section.lines()));
    return lines;
  }

  /** One object: the build, and each table by its title. */
  String json() throws JsonProcessingException {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("build", build);
    root.put("agentFailures", failures);
    sections.forEach(section -> root.put(section.title(), section.rows()));
    return new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValueAsString(Numbers.orNull(root));
  }
}
