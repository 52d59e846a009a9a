import type { MergeConflict } from '@profilkort/domain/profiles/merge'
import type { Problem } from '@profilkort/domain/result'
import { builder } from './builder.ts'
import { LocaleEnum } from './locales.schema.ts'
import {
  Forbidden,
  InUse,
  InvalidInput,
  NotFound,
  type ProblemError,
  RevisionConflict,
  type User,
} from './problems.ts'

const ProblemInterface = builder.interfaceRef<ProblemError>('Problem').implement({
  description: 'Why a mutation did nothing, and what to do next.',
  fields: (t) => ({
    message: t.exposeString('message', {
      description: 'What happened, why, and what to do next; in English.',
    }),
    path: t.exposeStringList('inputPath', {
      description: 'Where in the input, outermost first; empty for the whole.',
    }),
  }),
})

export const InputProblem = builder.objectRef<Problem>('InputProblem').implement({
  description: 'One thing that is wrong in an input.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'What is wrong and what to do next; in English.' }),
    path: t.stringList({
      description: 'Where in the input, outermost first.',
      resolve: (problem) => problem.path.map(String),
    }),
  }),
})

builder.objectType(InvalidInput, {
  name: 'InvalidInput',
  description: 'The input does not make sense.',
  interfaces: [ProblemInterface],
  fields: (t) => ({
    problems: t.field({
      type: [InputProblem],
      description: 'All that is wrong.',
      resolve: (error) => [...error.problems],
    }),
  }),
})

builder.objectType(NotFound, {
  name: 'NotFound',
  description: 'There is no such thing here, or it may not be seen.',
  interfaces: [ProblemInterface],
})

builder.objectType(Forbidden, {
  name: 'Forbidden',
  description: 'The caller may not do this.',
  interfaces: [ProblemInterface],
})

const MergeConflictType = builder.objectRef<MergeConflict>('MergeConflict').implement({
  description: 'A part of a content that two people wrote differently.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'Which part, such as `fields.goals.sv`.' }),
    locale: t.field({
      type: LocaleEnum,
      nullable: true,
      description: 'Its language; null for what has none.',
      resolve: ({ locale }) => locale,
    }),
    base: t.field({
      type: 'JSON',
      nullable: true,
      description: 'As the caller had read it.',
      resolve: ({ base }) => base,
    }),
    mine: t.field({
      type: 'JSON',
      nullable: true,
      description: 'As the caller wants it.',
      resolve: ({ mine }) => mine,
    }),
    theirs: t.field({
      type: 'JSON',
      nullable: true,
      description: 'As it is saved now.',
      resolve: ({ theirs }) => theirs,
    }),
  }),
})

builder.objectType(RevisionConflict, {
  name: 'RevisionConflict',
  description:
    'Somebody saved in between; nothing was written. Both sides are told, and what they make together.',
  interfaces: [ProblemInterface],
  fields: (t) => ({
    expectedRevision: t.exposeInt('expectedRevision', { description: 'The revision the caller had seen.' }),
    currentRevision: t.exposeInt('currentRevision', { description: 'The newest revision.' }),
    savedBy: t.string({
      nullable: true,
      description: 'Who saved the newest revision; null where contents are not kept.',
      resolve: ({ sides }) => sides?.savedBy,
    }),
    savedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the newest revision was saved; null where contents are not kept.',
      resolve: ({ sides }) => sides?.savedAt,
    }),
    base: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The content of `expectedRevision`.',
      resolve: ({ sides }) => sides?.base,
    }),
    mine: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The content the caller wanted to save; null where it was not to be changed.',
      resolve: ({ sides }) => sides?.mine,
    }),
    theirs: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The content of `currentRevision`.',
      resolve: ({ sides }) => sides?.theirs,
    }),
    merged: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Both changes together, with theirs where they differ; save it to settle the conflict.',
      resolve: ({ sides }) => sides?.merged,
    }),
    conflicts: t.field({
      type: [MergeConflictType],
      nullable: true,
      description: 'The parts that both changed, differently.',
      resolve: ({ sides }) => (sides?.conflicts ? [...sides.conflicts] : null),
    }),
  }),
})

const UserType = builder.objectRef<User>('User').implement({
  description: 'Something that points at what was to be deleted.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'The type of the thing, such as `Profile`.' }),
    id: t.exposeString('id', { description: 'Its id or key.' }),
    name: t.exposeString('name', { description: 'Its name for people.' }),
  }),
})

builder.objectType(InUse, {
  name: 'InUse',
  description: 'Others point at it, so it was not deleted.',
  interfaces: [ProblemInterface],
  fields: (t) => ({
    users: t.field({
      type: [UserType],
      description: 'All that point at it.',
      resolve: (error) => [...error.users],
    }),
  }),
})

/** What a mutation that deletes something can run into. */
export const deleteProblems = [InUse, NotFound, Forbidden]
/** What a mutation that creates something can run into. */
export const createProblems = [InvalidInput, NotFound, Forbidden]
/** What a mutation that changes something of a revision can run into. */
export const changeProblems = [RevisionConflict, InvalidInput, NotFound, Forbidden]
