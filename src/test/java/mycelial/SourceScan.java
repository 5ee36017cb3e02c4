package mycelial;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler's parser sees in sources.
 *
 * @param methods every method and constructor
 * @param publicTypes how many types are public
 * @param undocumentedTypes public types without a documentation comment
 * @param broadCatches where Exception, RuntimeException, Error or Throwable is caught: file, method
 */
@NullMarked
record SourceScan(
    List<Method> methods,
    int publicTypes,
    List<String> undocumentedTypes,
    List<String> broadCatches) {
  static final SourceScan EMPTY = new SourceScan(List.of(), 0, List.of(), List.of());

  private static final List<String> BROAD =
      List.of("Exception", "RuntimeException", "Error", "Throwable");

  /**
   * A method or constructor.
   *
   * @param where file and name
   * @param lines from its first annotation or modifier to its closing brace
   * @param parameters how many it takes
   * @param constructsRecord whether it is a constructor of a record
   */
  record Method(String where, int lines, int parameters, boolean constructsRecord) {}

  /** Parses sources; names are relative to the root. */
  static SourceScan of(Path root, List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      Collector collector = new Collector(root, DocTrees.instance(task));
      for (CompilationUnitTree unit : task.parse()) {
        collector.scan(unit, null);
      }
      return new SourceScan(
          collector.methods,
          collector.publicTypes,
          collector.undocumentedTypes,
          collector.broadCatches);
    }
  }

  private static final class Collector extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final List<Method> methods = new ArrayList<>();
    private final List<String> undocumentedTypes = new ArrayList<>();
    private final List<String> broadCatches = new ArrayList<>();
    private final Path root;
    private final DocTrees trees;
    private int publicTypes;

    Collector(Path root, DocTrees trees) {
      this.root = root;
      this.trees = trees;
    }

    private String file() {
      Path source = Path.of(getCurrentPath().getCompilationUnit().getSourceFile().getName());
      return root.toAbsolutePath()
          .relativize(source.toAbsolutePath())
          .toString()
          .replace('\\', '/');
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
      if (type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
        publicTypes++;
        if (trees.getDocComment(getCurrentPath()) == null) {
          undocumentedTypes.add(file() + " " + type.getSimpleName());
        }
      }
      return super.visitClass(type, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      boolean inRecord = getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
      methods.add(
          new Method(
              file() + " " + method.getName(),
              lines(method),
              method.getParameters().size(),
              inRecord && method.getReturnType() == null));
      return super.visitMethod(method, null);
    }

    private int lines(MethodTree method) {
      CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
      SourcePositions positions = trees.getSourcePositions();
      long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
      long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method));
      return (int) (last - first + 1);
    }

    @Override
    public @Nullable Void visitCatch(CatchTree caught, @Nullable Void nothing) {
      Tree type = caught.getParameter().getType();
      List<? extends Tree> types =
          type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
      if (types.stream().anyMatch(one -> BROAD.contains(one.toString()))) {
        broadCatches.add(file() + " " + enclosingMethod());
      }
      return super.visitCatch(caught, null);
    }

    private String enclosingMethod() {
      TreePath path = getCurrentPath();
      while (path != null && !(path.getLeaf() instanceof MethodTree)) {
        path = path.getParentPath();
      }
      return path == null ? "initializer" : ((MethodTree) path.getLeaf()).getName().toString();
    }
  }
}
