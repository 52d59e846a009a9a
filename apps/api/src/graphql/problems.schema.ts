import type { Problem } from '@profilkort/domain/result'
import { builder } from './builder.ts'
import { Forbidden, InvalidInput, NotFound, type ProblemError, RevisionConflict } from './problems.ts'

const ProblemInterface = builder.interfaceRef<ProblemError>('Problem').implement({
  description: 'Why a mutation did nothing, and what to do next.',
  fields: (t) => ({
    message: t.exposeString('message', {
      description: 'What happened, why, and what to do next; in English.',
    }),
    path: t.exposeStringList('path', {
      description: 'Where in the input, outermost first; empty for the whole.',
    }),
  }),
})

const InputProblem = builder.objectRef<Problem>('InputProblem').implement({
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

builder.objectType(RevisionConflict, {
  name: 'RevisionConflict',
  description: 'Somebody saved in between; nothing was written.',
  interfaces: [ProblemInterface],
  fields: (t) => ({
    expectedRevision: t.exposeInt('expectedRevision', { description: 'The revision the caller had seen.' }),
    currentRevision: t.exposeInt('currentRevision', { description: 'The newest revision.' }),
  }),
})

/** What a mutation that creates something can run into. */
export const createProblems = [InvalidInput, NotFound, Forbidden]
/** What a mutation that changes something of a revision can run into. */
export const changeProblems = [RevisionConflict, InvalidInput, NotFound, Forbidden]
