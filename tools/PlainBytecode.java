import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes out what the compiler leaves to be generated at run time: the choice of a pattern switch,
 * and equals and hashCode of a record.
 *
 * <p>An AOT cache keeps lambdas and string concatenations, but not these two: each process
 * generates them anew. The first comparison of records alone costs 28 ms, the first pattern switch
 * 4 ms and each further one 0.7 ms.
 */
final class PlainBytecode implements ClassTransform {
  private final ClassModel model;
  private final List<Choice> choices = new ArrayList<>();

  /** The method that a pattern switch asks for the number of its case. */
  private record Choice(String name, MethodTypeDesc type, List<ClassDesc> cases) {}

  private PlainBytecode(ClassModel model) {
    this.model = model;
  }

  /** A class that does the same; itself where it leaves nothing to be generated. */
  static byte[] of(ClassFile classFile, byte[] bytes) {
    ClassModel model = classFile.parse(bytes);
    return model.constantPool().bootstrapMethodCount() == 0
        ? bytes
        : classFile.transformClass(model, new PlainBytecode(model));
  }

  @Override
  public void accept(ClassBuilder builder, ClassElement element) {
    if (!(element instanceof MethodModel method) || method.code().isEmpty()) {
      builder.with(element);
    } else if (isGenerated(method, "equals")) {
      builder.withMethodBody(
          method.methodName(), method.methodType(), method.flags().flagsMask(), this::equality);
    } else if (isGenerated(method, "hashCode")) {
      builder.withMethodBody(
          method.methodName(), method.methodType(), method.flags().flagsMask(), this::hash);
    } else {
      builder.transformMethod(
          method,
          (methodBuilder, part) -> {
            if (part instanceof CodeModel code) {
              methodBuilder.transformCode(code, this::withoutTypeSwitch);
            } else {
              methodBuilder.with(part);
            }
          });
    }
  }

  @Override
  public void atEnd(ClassBuilder builder) {
    for (Choice choice : choices) {
      builder.withMethodBody(
          choice.name(),
          choice.type(),
          ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
          code -> choose(code, choice.cases()));
    }
  }

  // --- pattern switches ---

  private void withoutTypeSwitch(CodeBuilder code, CodeElement element) {
    Optional<Choice> choice = choice(element);
    if (choice.isEmpty()) {
      code.with(element);
      return;
    }
    choices.add(choice.get());
    code.invokestatic(
        model.thisClass().asSymbol(),
        choice.get().name(),
        choice.get().type(),
        model.flags().has(AccessFlag.INTERFACE));
  }

  /**
   * The choice that an instruction makes, where it is one among classes; others stay as they are.
   */
  private Optional<Choice> choice(CodeElement element) {
    if (!(element instanceof InvokeDynamicInstruction dynamic)
        || !isBootstrap(dynamic, "java.lang.runtime.SwitchBootstraps", "typeSwitch")) {
      return Optional.empty();
    }
    List<ClassDesc> cases = new ArrayList<>();
    for (LoadableConstantEntry label : dynamic.invokedynamic().bootstrap().arguments()) {
      if (!(label instanceof ClassEntry type)) {
        return Optional.empty();
      }
      cases.add(type.asSymbol());
    }
    String name = "typeSwitch$" + choices.size();
    return Optional.of(new Choice(name, dynamic.typeSymbol(), cases));
  }

  /**
   * As SwitchBootstraps.typeSwitch says: -1 for null, else the first case from the second argument
   * on.
   */
  private static void choose(CodeBuilder code, List<ClassDesc> cases) {
    Label present = code.newLabel();
    code.aload(0).ifnonnull(present).loadConstant(-1).ireturn().labelBinding(present);
    for (int i = 0; i < cases.size(); i++) {
      Label next = code.newLabel();
      code.iload(1).loadConstant(i).if_icmpgt(next);
      code.aload(0).instanceOf(cases.get(i)).ifeq(next);
      code.loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(cases.size()).ireturn();
  }

  // --- records ---

  private boolean isGenerated(MethodModel method, String name) {
    return method.methodName().equalsString(name)
        && method.code().orElseThrow().elementStream().anyMatch(PlainBytecode::isRecordBootstrap);
  }

  private static boolean isRecordBootstrap(CodeElement element) {
    return element instanceof InvokeDynamicInstruction dynamic
        && isBootstrap(dynamic, "java.lang.runtime.ObjectMethods", "bootstrap");
  }

  private static boolean isBootstrap(InvokeDynamicInstruction dynamic, String owner, String name) {
    return dynamic.bootstrapMethod().owner().equals(ClassDesc.of(owner))
        && dynamic.bootstrapMethod().methodName().equals(name);
  }

  private void equality(CodeBuilder code) {
    ClassDesc self = model.thisClass().asSymbol();
    Label differs = code.newLabel();
    Label another = code.newLabel();
    code.aload(0).aload(1).if_acmpne(another).iconst_1().ireturn().labelBinding(another);
    code.aload(1).instanceOf(self).ifeq(differs).aload(1).checkcast(self).astore(2);
    for (RecordComponentInfo component : components()) {
      component(code, 0, component);
      component(code, 2, component);
      unlessEqual(code, component.descriptorSymbol(), differs);
    }
    code.iconst_1().ireturn().labelBinding(differs).iconst_0().ireturn();
  }

  private static void unlessEqual(CodeBuilder code, ClassDesc type, Label differs) {
    switch (TypeKind.from(type)) {
      case REFERENCE ->
          code.invokestatic(
                  ClassDesc.of("java.util.Objects"),
                  "equals",
                  MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object))
              .ifeq(differs);
      case LONG -> code.lcmp().ifne(differs);
      case FLOAT, DOUBLE ->
          code.invokestatic(wrapper(type), "compare", MethodTypeDesc.of(CD_int, type, type))
              .ifne(differs);
      default -> code.if_icmpne(differs);
    }
  }

  private void hash(CodeBuilder code) {
    code.iconst_0();
    for (RecordComponentInfo component : components()) {
      ClassDesc type = component.descriptorSymbol();
      code.bipush(31).imul();
      component(code, 0, component);
      if (type.isPrimitive()) {
        code.invokestatic(wrapper(type), "hashCode", MethodTypeDesc.of(CD_int, type));
      } else {
        code.invokestatic(
            ClassDesc.of("java.util.Objects"), "hashCode", MethodTypeDesc.of(CD_int, CD_Object));
      }
      code.iadd();
    }
    code.ireturn();
  }

  private List<RecordComponentInfo> components() {
    return model.findAttribute(Attributes.record()).map(RecordAttribute::components).orElseThrow();
  }

  private void component(CodeBuilder code, int record, RecordComponentInfo component) {
    code.aload(record)
        .getfield(
            model.thisClass().asSymbol(),
            component.name().stringValue(),
            component.descriptorSymbol());
  }

  private static ClassDesc wrapper(ClassDesc primitive) {
    return switch (TypeKind.from(primitive)) {
      case INT -> ClassDesc.of("java.lang.Integer");
      case CHAR -> ClassDesc.of("java.lang.Character");
      case REFERENCE, VOID -> throw new IllegalArgumentException(primitive.displayName());
      default -> {
        String name = primitive.displayName();
        yield ClassDesc.of(
            "java.lang." + Character.toUpperCase(name.charAt(0)) + name.substring(1));
      }
    };
  }
}
